package cn.jianwang.web;

import cn.jianwang.release.Release;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rules while the service starts, so that the first request finds them ready. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    ServingRelease servingRelease(@Value("${jianwang.rules}") String rules) {
        return ServingRelease.fixed(Release.load(Path.of(rules)));
    }
}
