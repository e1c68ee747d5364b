package io.frontdesk.generation.settings;

/**
 * Settings as they are in a version.
 *
 * @param version rises by one with each change; 0 where nothing has been settled
 */
public record VersionedSettings(long version, AnswerSettings settings) {}
