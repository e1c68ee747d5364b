package io.frontdesk.generation.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A turn of a customer's conversation, as it is to be kept. */
@RegisterForReflection
public record KeptTurn(UUID conversation, String customer, Turn turn) {}
