/** Trials of a release: in-row examples and test cases. */
package cn.jianwang.trial;
