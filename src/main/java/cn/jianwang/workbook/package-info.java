/** The rules as one workbook: a lossless view of the CSV files, with dropdowns and notes, and the way back; and workbooks that are only read. */
package cn.jianwang.workbook;
