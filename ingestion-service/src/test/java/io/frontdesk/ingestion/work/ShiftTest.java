package io.frontdesk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private final Shift shift = new Shift();

    @Test
    void countsWhatIsUnderWay() {
        var work = new CompletableFuture<Void>();
        var done = shift.during(Uni.createFrom().completionStage(work))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        assertThat(shift.documents()).isEqualTo(1);
        work.complete(null);

        done.awaitItem();
        assertThat(shift.documents()).isZero();
    }

    @Test
    void breaksOffWhatIsUnderWay() {
        var work = new CompletableFuture<Void>();
        var broken = shift.during(Uni.createFrom().completionStage(work))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        shift.end();

        broken.awaitFailure(e -> assertThat(e).isInstanceOf(ShiftOver.class));
        assertThat(work).isCancelled();
        assertThat(shift.documents()).isZero();
    }

    @Test
    void breaksOffWhatBeginsTooLate() {
        shift.end();

        Uni<Void> late = shift.during(Uni.createFrom().nothing());

        assertThatThrownBy(() -> late.await().indefinitely()).isInstanceOf(ShiftOver.class);
    }
}
