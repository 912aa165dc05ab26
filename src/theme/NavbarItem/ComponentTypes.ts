/** What the navigation bar may hold: links. The theme's own list brings menus for versions and languages, which nothing uses, to every page. */
import DefaultNavbarItem from '@theme/NavbarItem/DefaultNavbarItem';

export default { default: DefaultNavbarItem };
