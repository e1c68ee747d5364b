package io.frontdesk.generation.records;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Keeps more of answers that have been folded. A record is forgotten when that is done, and comes again where it fails. */
public interface AfterFolding {
    Uni<Void> folded(UUID tenant, List<FinishedAnswer> answers);
}
