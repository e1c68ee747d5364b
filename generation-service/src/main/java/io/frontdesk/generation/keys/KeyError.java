package io.frontdesk.generation.keys;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;

/** Why an operation on keys was refused. */
public final class KeyError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private KeyError(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static KeyError unknown() {
        return new KeyError(Problem.of(ProblemType.NOT_FOUND));
    }

    static KeyError taken(String alias) {
        return new KeyError(Problem.of(ProblemType.CONFLICT, "There is a key with the alias " + alias));
    }

    static KeyError ofTheInstallation() {
        return new KeyError(Problem.of(
                ProblemType.CONFLICT, "This key comes from the installation's environment, and is changed there"));
    }

    static KeyError noEncryption() {
        return new KeyError(Problem.of(ProblemType.CONFLICT, "Keys can be added once FRONTDESK_ENCRYPTION_KEY is set"));
    }

    static KeyError unavailable(Throwable cause) {
        var error = new KeyError(
                Problem.of(ProblemType.UNAVAILABLE, "The state of keys cannot be changed at the moment; ask again"));
        error.initCause(cause);
        return error;
    }

    Problem problem() {
        return problem;
    }
}
