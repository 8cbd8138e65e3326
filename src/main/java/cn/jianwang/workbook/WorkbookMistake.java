package cn.jianwang.workbook;

import cn.jianwang.rulebook.Problem;

/** Every kind of mistake that a workbook can hold and a CSV file cannot, with its stable code: G as in 工作簿. Each refuses the import. */
enum WorkbookMistake {
    G01("公式"),
    G02("合并单元格"),
    G03("宏"),
    G04("不是文字"),
    G05("表头不对"),
    G06("文件名不对"),
    G07("不认识的工作表"),
    G08("别人也改过"),
    G09("工作簿读不了");

    private final String title;

    WorkbookMistake(String title) {
        this.title = title;
    }

    Problem problem(String sheet, String workbook, String cell, String row, String message, String mend) {
        return new Problem(name(), title, sheet, workbook, 0, cell, row, message, mend);
    }
}
