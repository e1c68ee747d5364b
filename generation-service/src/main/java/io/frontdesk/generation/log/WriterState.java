package io.frontdesk.generation.log;

/**
 * Where the writer of an answer stands towards its log. What the answer itself has come to, and which event may follow which,
 * is its own matter ({@code AnswerState}); here it is only whether what happens is kept, and by whom.
 *
 * <pre>
 *          Redis does not answer
 * Keeping -----------------------> Unkept
 *    | ^------ it does again --------+ |
 *    |                                 |
 *    +--- another has the lease -------+--> Lost
 *    +--- the terminal event is told --+--> Ended
 * </pre>
 *
 * Keeping: what is told is in the log. Unkept: it is told all the same, without ids, and offered to the log until that has it.
 * Lost: another replica goes on, nothing more is appended or told from here. Ended: nothing more will be.
 */
sealed interface WriterState {
    record Keeping() implements WriterState {}

    record Unkept() implements WriterState {}

    record Lost() implements WriterState {}

    record Ended() implements WriterState {}

    default boolean isOver() {
        return this instanceof Lost || this instanceof Ended;
    }
}
