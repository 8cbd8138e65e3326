/** Boolean logic over fact names: exact answers about what some, or every, set of facts makes true. Knows no rules. */
package cn.jianwang.rulebook.logic;
