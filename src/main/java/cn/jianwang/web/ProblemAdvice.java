package cn.jianwang.web;

import cn.jianwang.event.Incident;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever goes wrong while a request is handled into a {@link Problem}. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<byte[]> mendable(ProblemException e, HttpServletRequest request) {
        return e.problem(request.getRequestURI()).response(HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        String allowed = e.getSupportedMethods() == null ? "" : String.join("、", e.getSupportedMethods());
        return Problem.of(405, "该地址不支持 %s，可用的方法：%s".formatted(e.getMethod(), allowed), request.getRequestURI(), List.of())
                .response(e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        String allowed = e.getSupportedMediaTypes().stream().map(MediaType::toString).distinct()
                .collect(Collectors.joining("、"));
        String given = e.getContentType() == null ? "没有写" : "是 " + e.getContentType();
        return Problem.of(415, "请求头 Content-Type %s，该地址接受：%s".formatted(given, allowed), request.getRequestURI(), List.of())
                .response(e.getHeaders());
    }

    /** The body broke off, mostly because the sender went away. */
    @ExceptionHandler
    ResponseEntity<byte[]> brokenOff(BadRequestException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw e;
        }
        return Problem.of(400, "请求体没有收完整，请重发", request.getRequestURI(), List.of()).response(HttpHeaders.EMPTY);
    }

    /** Thrown on where the answer has already begun, so that the connection breaks and nobody takes it for complete. */
    @ExceptionHandler
    ResponseEntity<byte[]> other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof ErrorResponse known) {
            return Problem.of(known.getStatusCode().value(), request.getRequestURI()).response(known.getHeaders());
        }
        String incident = Incident.log(e);
        if (response.isCommitted()) {
            throw e;
        }
        return Problem.of(500, "服务内部错误，事故编号 " + incident + "，请把编号告诉管理员", request.getRequestURI(), List.of())
                .response(HttpHeaders.EMPTY);
    }
}
