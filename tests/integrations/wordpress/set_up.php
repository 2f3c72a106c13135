<?php
// Installs the site in the working folder and prints an application password of its editor.
$_SERVER['HTTP_HOST'] = $argv[1];
define('WP_INSTALLING', true);
require 'site/wp-load.php';
require 'site/wp-admin/includes/upgrade.php';
wp_install('Báo mẫu', 'admin', 'admin@example.org', false, '', 'admin-password');
$editor = wp_insert_user(['user_login' => 'editor', 'user_pass' => 'editor-password', 'role' => 'editor',
    'display_name' => 'Nguyễn Thị Trực', 'user_email' => 'editor@example.org']);
update_user_meta($editor, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false]]);
[$password] = WP_Application_Passwords::create_new_application_password($editor, ['name' => 'tests']);
echo $password;
