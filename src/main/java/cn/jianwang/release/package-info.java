/** A rule release: one immutable object that decides. */
package cn.jianwang.release;
