package cn.jianwang.web;

import cn.jianwang.store.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * Asks every API request for a key and notes what its holder may see. Only a service that nobody but this machine can
 * reach, and that has no keys, is open.
 */
final class ApiKeyFilter extends HttpFilter {

    static final String HEADER = "X-API-Key";

    private static final long serialVersionUID = 1L;

    private final transient ApiKeys keys;
    private final boolean loopback;

    ApiKeyFilter(ApiKeys keys, boolean loopback) {
        this.keys = keys;
        this.loopback = loopback;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (grant(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(Problem.of(401, request.getRequestURI()).json());
    }

    private boolean grant(HttpServletRequest request) {
        String secret = request.getHeader(HEADER);
        Optional<ApiKeys.Key> found = secret == null ? Optional.empty() : keys.find(secret);
        if (found.isPresent()) {
            ApiKeys.Key key = found.get();
            (key.admin() ? Access.ADMIN : key.internal() ? Access.INTERNAL : Access.PLATFORM).grant(request, key.name());
            return true;
        }
        if (loopback && !keys.anyInForce()) {
            Access.ADMIN.grant(request, "本机");
            return true;
        }
        return false;
    }
}
