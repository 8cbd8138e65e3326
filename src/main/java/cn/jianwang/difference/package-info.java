/**
 * What a change of the rules does: the edited cells between two rule sets, the decisions that change by them on given
 * events, and which cells cause which change. Knows nothing of a database, a web server or a command line.
 */
package cn.jianwang.difference;
