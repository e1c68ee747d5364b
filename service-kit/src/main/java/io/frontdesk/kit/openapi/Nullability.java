package io.frontdesk.kit.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Says {@code null} of what may be, which {@code JsonConventions} writes and reads: components of records that are {@link Nullable}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Nullability implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NAMED = DotName.createSimple(JsonProperty.class);

    private final IndexView index;

    public Nullability(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, List<ClassInfo>> records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(ClassInfo::simpleName));
        api.getComponents()
                .getSchemas()
                .forEach((name, schema) -> records.getOrDefault(className(name), List.of()).stream()
                        .filter(candidate -> describes(schema, candidate))
                        .flatMap(candidate -> candidate.recordComponents().stream())
                        .filter(component -> component.type().hasAnnotation(NULLABLE))
                        .map(Nullability::wireName)
                        .distinct()
                        .forEach(property -> allowNull(schema, property)));
    }

    /** The second of a name is told apart by a number. */
    private static String className(String schemaName) {
        return schemaName.replaceFirst("\\d+$", "");
    }

    private static boolean describes(Schema schema, ClassInfo candidate) {
        return schema.getProperties() != null
                && candidate.recordComponents().stream()
                        .map(Nullability::wireName)
                        .collect(Collectors.toSet())
                        .containsAll(schema.getProperties().keySet());
    }

    private static String wireName(RecordComponentInfo component) {
        var named = component.annotation(NAMED);
        return named == null || named.value() == null
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.name())
                : named.value().asString();
    }

    private static void allowNull(Schema schema, String name) {
        Schema property = schema.getProperties().get(name);
        if (property == null) {
            return;
        }
        if (property.getRef() == null && property.getEnumeration() == null) {
            property.addType(SchemaType.NULL);
        } else {
            Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            schema.addProperty(
                    name, OASFactory.createSchema().addAnyOf(property).addAnyOf(nothing));
        }
    }
}
