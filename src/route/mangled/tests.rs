use crate::route::Address;

const WHOLE: &str = "#/product?a=2x2:9,2,3,4&b=2x1:5,6&t=3";

#[test]
fn a_whole_link_stays_as_it_is() {
    for hash in ["", "#", "#/", "#/product", "#/product?a=2x2:1,2,3,4", "#/product?view=dot&t=3", "#/p?x=a%26%20b%3Dc"]
    {
        let plain = hash.trim_start_matches("#");
        assert_eq!(super::mended(plain), plain, "{hash}");
    }
}

#[test]
fn mangled_links_are_read() {
    let whole = Address::parse(WHOLE);
    assert_eq!(whole.get("b"), Some("2x1:5,6"));
    let behind = [
        ".",
        ",",
        ")",
        ">",
        "\"",
        "'",
        "”",
        "’",
        "»",
        "\u{200b}",
        "\u{feff}",
        ").",
        ">,",
        "”.",
        "%22",
        "%29",
        "%3E",
        "%2C",
        ".%E2%80%9D",
        "%E2%80%8B",
        "%EF%BB%BF",
        "\u{a0}",
        " ",
        "%20",
        "。",
        "]",
        "**",
        "`",
    ];
    let mut links: Vec<String> = behind.iter().map(|mark| format!("{WHOLE}{mark}")).collect();
    links.extend(
        ["&amp;", "&amp%3B", "&amp%3b", "%26", "%26amp%3B", "&amp;amp;", "&#38;", "＆"]
            .map(|and| WHOLE.replace('&', and)),
    );
    links.push(WHOLE.replace('&', "%EF%BC%86").replace('?', "%EF%BC%9F").replace('=', "%EF%BC%9D"));
    links.extend(["%3F", "%3f", "？"].map(|mark| WHOLE.replace('?', mark)));
    links.push(
        WHOLE.replace('?', "%3F").replace('&', "%26").replace('=', "%3D").replace(':', "%3A").replace(',', "%2C"),
    );
    links.extend(
        [" ", "%20", "+", "\u{a0}", "%C2%A0", "\u{200b}", "\n"].map(|blank| WHOLE.replace(',', &format!(",{blank}"))),
    );
    links.push(WHOLE.replace(':', ": "));
    links.extend([
        WHOLE.replace("product", "PRODUCT"),
        WHOLE.replace("product", "Product"),
        WHOLE.replace("product", "product/"),
    ]);
    links.push(format!("“{WHOLE}”"));
    for link in links {
        assert_eq!(Address::parse(&link), whole, "{link:?}");
    }
}

#[test]
fn a_blank_within_a_number_is_not_joined() {
    assert_eq!(Address::parse("#/product?a=2:1 2,3").get("a"), Some("2:1 2,3"), "left to be reported");
    assert_eq!(Address::parse("#/product?a=2:1+2,3").get("a"), Some("2:1+2,3"));
}

#[test]
fn messages_and_unknown_sizes_keep_their_ends() {
    for hash in ["#/shapes?error=shapes%20(2x3%20and%202x3)", "#/shapes?op=bmm&error=a%20%28b%29", "#/shapes?a=2x_"] {
        assert_eq!(super::mended(hash), hash);
    }
    for hash in [
        "#/shapes?error=loss%26acc%3D3%26x%3D%22(2x3)%22&text=new&t=3",
        "#/shapes?text=new&error=loss%26acc%3D3%26x%3D%22(2x3)%22&t=3",
        "#/shapes?text=new&t=3&error=loss%26acc%3D3%26x%3D%22(2x3)%22",
    ] {
        let address = Address::parse(hash);
        assert_eq!(address.get("error"), Some("loss&acc=3&x=\"(2x3)\""), "{hash}");
        assert_eq!((address.get("text"), address.get("t")), (Some("new"), Some("3")), "{hash}");
    }
    assert_eq!(Address::parse("#/shapes?error=a%20%26%20b&amp;t=3.").get("t"), Some("3"));
    assert_eq!(super::mended("#/shapes?b=_"), "#/shapes?b=_");
    assert_eq!(super::mended("#/product?a=2x2:1,2_"), "#/product?a=2x2:1,2");
}
