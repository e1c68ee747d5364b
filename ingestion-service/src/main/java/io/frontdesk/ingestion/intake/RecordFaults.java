package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.dead.Refusal;
import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import org.jboss.logging.Logger;

/** Tells failures that a record is to blame for from those that pass. */
final class RecordFaults {
    private static final Logger LOG = Logger.getLogger(RecordFaults.class);

    /** PostgreSQL's classes of errors that the data is to blame for: data exceptions, and violated constraints. */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATION = "23";

    private RecordFaults() {}

    /** A record that fails by itself would fail each time, and hold up its partition for ever. */
    static boolean isOne(Throwable failure) {
        return switch (failure) {
            case IntakeRefused refused -> true;
            case PgException e -> isData(e.getSqlState());
            case IllegalArgumentException e -> true;
            case NullPointerException e -> true;
            case ClassCastException e -> true;
            case ArithmeticException e -> true;
            case DateTimeException e -> true;
            default -> false;
        };
    }

    private static boolean isData(String sqlState) {
        return sqlState.startsWith(DATA_EXCEPTION) || sqlState.startsWith(CONSTRAINT_VIOLATION);
    }

    static Refusal refusal(Throwable cause) {
        if (cause instanceof IntakeRefused refused) {
            return new Refusal(refused.code(), String.valueOf(refused.getMessage()));
        }
        LOG.errorf(cause, "A record fails by itself");
        return new Refusal("not_storable", "not_storable: the record cannot be stored");
    }
}
