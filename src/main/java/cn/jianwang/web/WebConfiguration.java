package cn.jianwang.web;

import cn.jianwang.store.ApiKeys;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(ApiKeys keys, @Value("${server.address:}") String address) {
        FilterRegistrationBean<ApiKeyFilter> registration =
                new FilterRegistrationBean<>(new ApiKeyFilter(keys, BindGuard.isLoopback(address)));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /** Event keys may hold a slash, so that %2F in a path has to come through; refusals speak the API's language. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
        return factory -> {
            factory.addConnectorCustomizers(connector ->
                    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemErrorValve.class.getName()));
        };
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("检网 接口").version("v1")
                        .description("从网格、热线、信访事件中识别涉检线索。错误一律为 application/problem+json（RFC 9457），"
                                + "problems 逐条给出字段、值、问题和改法。")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components().addSecuritySchemes(ApiKeyFilter.HEADER, new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER).name(ApiKeyFilter.HEADER)
                        .description("由 keys add 命令发放；本机访问且没有任何密钥时可不带")))
                .addSecurityItem(new SecurityRequirement().addList(ApiKeyFilter.HEADER));
    }
}
