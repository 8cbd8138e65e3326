/** The REST API, its errors, its keys and its page. */
package cn.jianwang.web;
