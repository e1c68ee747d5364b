package io.frontdesk.generation.answer;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer that has been begun for a request. */
@RequestScoped
class CurrentAnswer {
    private @Nullable BegunAnswer answer;

    void set(BegunAnswer begun) {
        answer = begun;
    }

    BegunAnswer get() {
        return Objects.requireNonNull(answer, "the resource does not begin an answer");
    }
}
