package io.frontdesk.gateway.operations;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes enums into the OpenAPI document as they stand in JSON: in lower case. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EnumNames implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .map(name -> (Object) String.valueOf(name).toLowerCase(Locale.ROOT))
                    .toList());
        }
        return schema;
    }
}
