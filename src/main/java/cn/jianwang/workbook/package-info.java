/** The rules as one workbook: a lossless view of the CSV files, with dropdowns and notes, and the way back. */
package cn.jianwang.workbook;
