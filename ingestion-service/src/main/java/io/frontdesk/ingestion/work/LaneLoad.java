package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Lane;
import java.time.Duration;

/**
 * What waits in a lane.
 *
 * @param waiting how many documents nobody works on
 * @param oldest how long the first of them has been in the queue
 */
public record LaneLoad(Lane lane, long waiting, Duration oldest) {
    static LaneLoad none(Lane lane) {
        return new LaneLoad(lane, 0, Duration.ZERO);
    }
}
