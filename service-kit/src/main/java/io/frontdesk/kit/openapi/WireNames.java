package io.frontdesk.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Enums in lower case, as {@code JsonConventions} writes them. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class WireNames implements OASFilter {
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
