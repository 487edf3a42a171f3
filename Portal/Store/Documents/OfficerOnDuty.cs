using Transparency.Contracts;

namespace Transparency.Portal.Store.Documents;

/// <summary>An officer as sign-in needs him, written with each <see cref="OfficerAppointed"/>.</summary>
/// <param name="Id">value of an <see cref="OfficerId"/></param>
/// <param name="SignInName">unique; also what scenario files and <c>--as</c> call the officer</param>
public sealed record OfficerOnDuty(string Id, Officer Officer, string SignInName);
