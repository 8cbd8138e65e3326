/** The command line: the service, triage of files, rules and keys. */
package cn.jianwang.cli;
