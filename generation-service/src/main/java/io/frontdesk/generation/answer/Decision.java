package io.frontdesk.generation.answer;

/** What is done with a message, before anything is searched. */
sealed interface Decision {
    /** Its answer is looked up in the documents. */
    record Search() implements Decision {}

    /** It is answered without them. */
    record Say(String words) implements Decision {}

    /** It is not answered. */
    record Refuse() implements Decision {}

    /** A human is to answer it. */
    record Escalate() implements Decision {}
}
