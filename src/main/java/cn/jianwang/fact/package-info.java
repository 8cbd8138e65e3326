/** Facts: what a text asserts, with its evidence. Knows neither Spring nor Drools nor HanLP. */
package cn.jianwang.fact;
