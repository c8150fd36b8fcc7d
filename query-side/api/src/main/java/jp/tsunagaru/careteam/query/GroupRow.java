package jp.tsunagaru.careteam.query;

import java.util.List;
import jp.tsunagaru.careteam.GroupId;

public record GroupRow(
    GroupId groupId, String name, String facility, List<Colleague> members, boolean mayChange) {}
