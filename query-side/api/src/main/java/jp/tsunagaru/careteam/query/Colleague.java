package jp.tsunagaru.careteam.query;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.japanese.Profession;

public record Colleague(
    AccountId accountId, String name, String kana, String facility, Profession profession) {}
