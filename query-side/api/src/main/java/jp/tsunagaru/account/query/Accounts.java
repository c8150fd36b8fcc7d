package jp.tsunagaru.account.query;

import java.util.List;

public record Accounts(List<AccountRow> accounts) {}
