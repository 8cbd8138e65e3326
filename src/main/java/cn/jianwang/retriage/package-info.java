/** Judges history again when rules change: over the store or over files, restartable, exact to the row, explained in a report. */
package cn.jianwang.retriage;
