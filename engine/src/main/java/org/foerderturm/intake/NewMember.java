package org.foerderturm.intake;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list that can be taken.
 *
 * @param row where it stands in the file
 * @param memberId made of the register number or the name: the same organisation gets the same one
 * @param turnoverCents a year
 * @param registerId of the commercial register or another one
 */
public record NewMember(
    int row,
    String memberId,
    String name,
    MemberKind kind,
    @Nullable Integer staff,
    @Nullable Long turnoverCents,
    @Nullable Integer groupStaff,
    @Nullable Long groupTurnoverCents,
    @Nullable LocalDate foundedOn,
    List<Topic> topics,
    List<ExpertTeam> expertTeams,
    @Nullable String registerId,
    LocalDate joinedOn) {}
