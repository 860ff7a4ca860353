/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.acts;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires the log of what operators do. */
@Configuration(proxyBeanMethods = false)
@Import(ActsController.class)
public class ActsConfiguration {

    @Bean
    OperatorActs operatorActs(MongoOperations mongo) {
        return new OperatorActs(mongo);
    }

    @Bean
    ActsRecorder actsRecorder(OperatorActs acts, JsonMapper json, Clock clock) {
        return new ActsRecorder(acts, json, clock);
    }

    /** After access was checked: what is refused is no act. */
    @Bean
    WebMvcConfigurer recordedActs(ActsRecorder recorder) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(recorder).order(1);
            }
        };
    }
}
