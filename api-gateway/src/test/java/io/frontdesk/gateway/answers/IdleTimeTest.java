package io.frontdesk.gateway.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server closes a connection on which nothing goes either way, also with a request under way. */
class IdleTimeTest {
    @Test
    void anAnswerThatIsToldAsAWholeIsNotTakenForAnIdleConnection() throws IOException {
        var settings = new PropertiesConfigSource(AnswersConfig.class.getResource("/application.properties"));
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(settings)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AnswersConfig.class)
                .build();

        assertThat(config.getValue("quarkus.http.idle-timeout", Duration.class))
                .isGreaterThan(config.getConfigMapping(AnswersConfig.class).whole());
    }
}
