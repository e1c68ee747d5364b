package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;

/** Keeps answers. */
interface AnswerStore {
    /**
     * Keeps an answer where the tenant's knowledge is what was searched, and the caller sees all that it was written from. An
     * answer to the same question takes the place of the one before, and rests on what both rest on.
     */
    Uni<OfferReply> keep(Caller caller, AnswerOffer offer, Embedding question, Generation generation);
}
