package jp.tsunagaru.account.query;

import java.time.Instant;

public record SignInRow(Instant at, boolean succeeded, String address) {}
