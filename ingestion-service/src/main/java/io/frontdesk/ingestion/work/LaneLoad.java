package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Lane;
import java.time.Duration;

/**
 * What a lane holds.
 *
 * @param waiting how many documents nobody works on
 * @param inWork how many somebody works on
 * @param oldest how long the first of those that wait has been in the queue
 */
public record LaneLoad(Lane lane, long waiting, long inWork, Duration oldest) {
    static LaneLoad none(Lane lane) {
        return new LaneLoad(lane, 0, 0, Duration.ZERO);
    }
}
