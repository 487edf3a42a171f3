namespace Transparency.Contracts.Coal;

/// <summary>Coal is paid by the tonne and burnt for its heat, so offers are compared by both.</summary>
public static class CoalPrice
{
    /// <summary>Yuan for one gigajoule: 1 t at 1 MJ/kg holds 1 GJ.</summary>
    /// <param name="perTonne">delivered, taxes and haulage included</param>
    /// <param name="calorific">MJ/kg, more than 0</param>
    /// <returns>rounded half up to two decimals</returns>
    public static decimal PerGigajoule(Yuan perTonne, decimal calorific) =>
        decimal.Round(perTonne.Amount / calorific, 2, MidpointRounding.AwayFromZero);

    /// <summary>For the whole lot, rounded half up to the fen.</summary>
    public static Yuan Of(decimal tonnes, Yuan perTonne) =>
        new((long)decimal.Round(perTonne.Fen * tonnes, 0, MidpointRounding.AwayFromZero));
}
