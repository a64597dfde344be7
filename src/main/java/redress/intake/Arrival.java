package redress.intake;

import redress.complaint.Complaint;

/**
 * A submission that holds, made into a complaint and numbered, before anybody has kept it.
 *
 * @param submission what was sent
 * @param digest SHA-256 of it
 * @param complaint the complaint that it becomes, unless its receipt code was used before
 */
record Arrival(Submission submission, byte[] digest, Complaint complaint) {}
