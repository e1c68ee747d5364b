package io.frontdesk.generation.conversation;

import java.util.UUID;

/** A turn of a customer's conversation, as it is to be kept. */
public record KeptTurn(UUID conversation, String customer, Turn turn) {}
