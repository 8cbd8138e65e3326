package cn.jianwang.workbook;

import cn.jianwang.rulebook.Problem;

/** Every kind of mistake that a workbook can hold and a CSV file cannot, with its stable code. */
enum WorkbookMistake {
    W01("公式"),
    W02("合并单元格"),
    W03("宏"),
    W04("不是文字"),
    W05("表头不对"),
    W06("文件名不对"),
    W07("不认识的工作表"),
    W08("别人也改过"),
    W09("工作簿读不了");

    private final String title;

    WorkbookMistake(String title) {
        this.title = title;
    }

    Problem problem(String sheet, String workbook, String cell, String row, String message, String mend) {
        return new Problem(name(), title, sheet, workbook, 0, cell, row, message, mend);
    }
}
