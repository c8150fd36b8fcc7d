package jp.tsunagaru.audit.query;

/**
 * @param overdue reviews that are late; 0 for whoever is not of the city, as the next two
 * @param due reviews that wait and are in time
 * @param unsettled answers that wait for a finding
 * @param questions to the own facility that wait for an answer
 * @param lateQuestions those of them whose day has passed
 */
public record LogReviewTasks(
    int overdue, int due, int unsettled, int questions, int lateQuestions) {}
