/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.List;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Wires what all HTTP APIs have in common. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemErrorController.class, Utf8Bodies.class})
public class WebConfiguration {

    /** Within the correlation id, ahead of all else. */
    private static final int RULES = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    FilterRegistrationBean<RequestRulesFilter> requestRules(ProblemWriter problems) {
        FilterRegistrationBean<RequestRulesFilter> registration =
                new FilterRegistrationBean<>(new RequestRulesFilter(problems));
        registration.setOrder(RULES);
        return registration;
    }

    /** Within the security filters. */
    @Bean
    FilterRegistrationBean<PlainOptionsFilter> plainOptions() {
        FilterRegistrationBean<PlainOptionsFilter> registration =
                new FilterRegistrationBean<>(new PlainOptionsFilter());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /** What is asked of us is read to the last property; what others answer us, passing over what they have added since. */
    @Bean
    ServerHttpMessageConvertersCustomizer bodiesWithoutUnknownProperties(JsonMapper json) {
        JsonMapper whole = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(whole));
    }

    @Bean
    WebMvcRegistrations jsonHandlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new JsonHandlerMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer parameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                Times.addConverters(registry);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(new Utf8Answers()));
            }

            /** After those that decide who may ask. */
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ParameterForms()).order(Ordered.LOWEST_PRECEDENCE);
                registry.addInterceptor(new SharedCaching()).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    Creations creations(JsonMapper json) {
        return new Creations(json);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }
}
