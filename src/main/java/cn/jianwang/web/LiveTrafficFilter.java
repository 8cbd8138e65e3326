package cn.jianwang.web;

import cn.jianwang.retriage.LiveTraffic;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Notes that somebody waits for an answer. Batches and whoever follows a run do not count: they last long, and nobody waits
 * for any single line.
 */
final class LiveTrafficFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient LiveTraffic live;

    LiveTrafficFilter(LiveTraffic live) {
        this.live = live;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.startsWith("/api/v1/retriage") || path.equals("/api/v1/triage/batch")) {
            chain.doFilter(request, response);
            return;
        }
        live.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            live.leave();
        }
    }
}
