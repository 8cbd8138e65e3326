/**
 * How right the decisions are: figures on labelled files, what the errors were, what noise costs, and what a checked sample
 * says of the decisions in production.
 */
package cn.jianwang.measure;
