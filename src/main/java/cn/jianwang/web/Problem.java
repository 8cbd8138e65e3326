package cn.jianwang.web;

import cn.jianwang.event.EventProblem;
import cn.jianwang.event.JsonCodec;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Every error of the API, as RFC 9457 has it, with Chinese words.
 *
 * @param type     always {@code about:blank}: the status says what kind it is
 * @param detail   what went wrong, for a person
 * @param instance path of the request
 * @param problems the single faults of the input, each with what to do about it; empty where the input is not at fault
 */
record Problem(String type, String title, int status, String detail, String instance, List<EventProblem> problems) {

    static Problem of(int status, String detail, String instance, List<EventProblem> problems) {
        return new Problem("about:blank", title(status), status, detail, instance, problems);
    }

    static Problem of(int status, String instance) {
        return of(status, detail(status), instance, List.of());
    }

    byte[] json() {
        return JsonCodec.writeBytes(this);
    }

    ResponseEntity<byte[]> response(HttpHeaders headers) {
        return ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(json());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "缺少有效的接口密钥";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "请求方法不对";
            case 406 -> "要求的返回格式不支持";
            case 409 -> "与现状冲突";
            case 413 -> "请求过大";
            case 415 -> "请求的格式不支持";
            case 422 -> "过不了关口";
            case 503 -> "服务暂不可用";
            default -> status >= 500 ? "服务内部错误" : "请求未被接受";
        };
    }

    private static String detail(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (status) {
            case 400 -> "请求的路径、参数或报文头不合 HTTP 规范，请检查网址中的特殊字符是否已做百分号编码";
            case 401 -> "本接口须在请求头 X-API-Key 中带有效的接口密钥，密钥由管理员用 keys add 命令发放";
            case 404 -> "没有这个地址，接口清单见 /swagger-ui.html";
            case 413 -> "请求体超过上限";
            default -> "请求未能处理（" + status + (known == null ? "" : " " + known.getReasonPhrase()) + "）";
        };
    }
}
