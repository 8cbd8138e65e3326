/**
 * Drools: rows and facts are data, the mechanics are a handful of generic rules. The only package that knows Drools.
 */
package cn.jianwang.engine;
