package io.frontdesk.auth;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * A request body that refuses fields it does not know, where services otherwise ignore them: nobody is to believe that a
 * {@code tenant_id} or a {@code role} sent along has had an effect.
 */
public interface ClosedRequest {
    @JsonAnySetter
    default void refuse(String field, @Nullable Object value) {
        throw new InvalidField(field, "is not a field of this request");
    }
}
