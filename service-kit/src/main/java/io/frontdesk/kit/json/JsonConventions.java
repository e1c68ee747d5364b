package io.frontdesk.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * snake_case names, lower-case enums, RFC 3339 times. Fields that a service does not know are ignored, so that services of
 * different versions can talk while an update rolls; the gateway refuses them at the edge ({@code frontdesk.json.strict}), and names that
 * stand there twice, of which everybody may read another one.
 */
@Singleton
public class JsonConventions implements ObjectMapperCustomizer {
    private final boolean strict;

    JsonConventions(@ConfigProperty(name = "frontdesk.json.strict", defaultValue = "false") boolean strict) {
        this.strict = strict;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict);
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, strict);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.setConfig(mapper.getSerializationConfig().with(EnumFeature.WRITE_ENUMS_TO_LOWERCASE));
        mapper.setConfig(mapper.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS));
    }

    /** A mapper of these conventions for code that runs without Quarkus. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModules(new ParameterNamesModule(), new Jdk8Module(), new JavaTimeModule())
                .build();
        new JsonConventions(false).customize(mapper);
        return mapper;
    }
}
