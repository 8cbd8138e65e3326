package cn.jianwang;

import cn.jianwang.cli.CommandLineTool;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 检网: one executable for the service and for the command line. */
@SpringBootApplication
public class JianwangApplication {

    public static void main(String[] args) {
        int code = CommandLineTool.run(JianwangApplication.class, args);
        if (code != CommandLineTool.SERVING) {
            System.exit(code);
        }
    }
}
